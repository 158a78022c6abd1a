import { describe, expect, it } from 'vitest';
import { hear } from '../../support/heard-speech.js';

const names = {
  person: ['한지우', '김하늘', '林小雨', '陳大文', '林', '森田花子', '佐藤', 'Trần Minh', 'Minh'],
  organisation: ['북항신문', '海港日报'],
};

function speakers(text: string): (string | undefined)[] {
  return hear(text, names).map(({ speaker }) => speaker);
}

describe('speech attribution in other languages', () => {
  it.each([
    ['한지우 항만청장은 부두를 닫겠다고 밝혔다.', ['한지우']],
    ['한지우는 “부두를 오월에 닫겠다”고 말했다.', ['한지우']],
    ['한지우는 김하늘에게 부두를 닫겠다고 말했다.', ['한지우']],
    ['북항신문에 따르면 부두는 오월에 닫힌다.', ['북항신문']],
    ['관계자는 한지우가 부두를 닫을 것이라고 말했다.', []],
    ['한지우 청장은 부두를 걸었다.', []],
  ])('reads Korean: "%s"', (text, expected) => {
    expect(speakers(text)).toEqual(expected);
  });

  it.each([
    ['林小雨在论坛上表示，码头将在五月关闭。', ['林小雨']],
    ['林小雨說：「碼頭將在五月關閉。」', ['林小雨']],
    ['林小雨对陳大文说，码头将关闭。', ['林小雨']],
    ['据海港日报报道，码头将关闭。', []],
    ['林小雨的助手表示，码头将关闭。', []],
    ['林小雨喜欢读小说，也喜欢码头。', []],
    ['林小雨被称为码头之友。', []],
    ['林小雨来到码头。她说，码头将关闭。', ['林小雨']],
  ])('reads Chinese: "%s"', (text, expected) => {
    expect(speakers(text)).toEqual(expected);
  });

  it.each([
    ['森田花子市長は、埠頭を閉鎖すると述べた。', ['森田花子']],
    ['森田花子市長は「埠頭を閉鎖する」と話した。', ['森田花子']],
    ['職員は、佐藤が埠頭を閉鎖すると述べた。', []],
    ['森田花子市長は埠頭を歩いた。', []],
  ])('reads Japanese: "%s"', (text, expected) => {
    expect(speakers(text)).toEqual(expected);
  });

  it.each([
    ['Ông Trần Minh cho biết bến cảng sẽ đóng cửa vào tháng năm.', ['Trần Minh']],
    ['Ông Minh cũng khẳng định bến cảng đã quá cũ và cần được sửa.', ['Minh']],
    ['Theo ông Trần Minh, bến cảng sẽ đóng cửa vào tháng năm tới.', ['Trần Minh']],
    ['Ông Trần Minh đi bộ trên bến cảng cũ của thành phố này.', []],
    ['Ông Trần Minh đến bến cảng của thành phố. Ông nói bến cảng sẽ đóng cửa.', ['Trần Minh']],
  ])('reads Vietnamese: "%s"', (text, expected) => {
    expect(speakers(text)).toEqual(expected);
  });
});
