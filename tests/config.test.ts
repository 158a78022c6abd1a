import { readFileSync } from 'node:fs';
import { parse } from 'dotenv';
import { describe, expect, it } from 'vitest';
import { loadConfig } from '../src/config.js';
import { ConfigError } from '../src/domain/errors.js';

describe('the settings', () => {
  it('watch no folder and fetch from no host unless told to', () => {
    expect(loadConfig({})).toMatchObject({ watchCorpus: false, allowedHosts: [] });
    expect(loadConfig({ WATCH_CORPUS: ' ', ALLOWED_HOSTS: ' , ' })).toMatchObject({
      watchCorpus: false,
      allowedHosts: [],
    });
  });

  it('take a list of hosts', () => {
    const { allowedHosts, watchCorpus } = loadConfig({
      ALLOWED_HOSTS: 'example.org, *.News.example,example.com:8443',
      WATCH_CORPUS: 'true',
    });
    expect(watchCorpus).toBe(true);
    expect(allowedHosts).toEqual([
      { host: 'example.org', subdomains: false, port: undefined },
      { host: 'news.example', subdomains: true, port: undefined },
      { host: 'example.com', subdomains: false, port: 8443 },
    ]);
  });

  it.each([
    ['.', 'data'],
    ['news', 'news'],
    ['/srv/news', '/srv/news/of/data'],
  ])('do not let the articles in %j and the data in %j mix', (CORPUS_DIR, DATA_DIR) => {
    expect(() => loadConfig({ CORPUS_DIR, DATA_DIR })).toThrow('DATA_DIR: must not lie in CORPUS_DIR');
  });

  it.each([
    ['data/corpus', 'data'],
    ['news', 'news-data'],
    ['news', 'news/.data'],
    ['news', '../data'],
  ])('let the articles be in %j and the data in %j', (CORPUS_DIR, DATA_DIR) => {
    expect(loadConfig({ CORPUS_DIR, DATA_DIR })).toMatchObject({ corpusDir: CORPUS_DIR, dataDir: DATA_DIR });
  });

  it('that are wrong are all named at once', () => {
    const wrong = { WATCH_CORPUS: 'yes', ALLOWED_HOSTS: 'example.org,*', EMBEDDINGS: 'magic' };
    expect(() => loadConfig(wrong)).toThrow(ConfigError);
    expect(() => loadConfig(wrong)).toThrow(
      /WATCH_CORPUS: must be true or false\n {2}ALLOWED_HOSTS: must be hosts such as .*\n {2}EMBEDDINGS: must be/,
    );
  });

  it('of the example file are the defaults', () => {
    expect(loadConfig(parse(readFileSync('.env.example', 'utf8')))).toEqual(loadConfig({}));
  });

  it.each([
    [undefined, 0.2],
    ['', 0.2],
    ['0', 0],
    ['.5', 0.5],
    ['1', 1],
  ])('takes CONFIRM_DROP_SHARE=%s for %d', (written, share) =>
    expect(loadConfig({ CONFIRM_DROP_SHARE: written }).confirmDropShare).toBe(share),
  );

  it.each(['a fifth', '20%', '-0.1', '1.5', 'NaN'])('refuses CONFIRM_DROP_SHARE=%s', (written) =>
    expect(() => loadConfig({ CONFIRM_DROP_SHARE: written })).toThrow(/CONFIRM_DROP_SHARE: must be/),
  );
});
