import { describe, expect, it } from 'vitest';
import { renderSources } from '../../src/discord/render/sources.js';
import { describeListings, sourcesText } from '../../src/wording/sources-text.js';
import { fakeArticle } from '../fakes/fake-dateline.js';

const post = { publisher: 'Harbour Post', articles: [fakeArticle({ sentences: [] })] };
const unnamed = { publisher: undefined, articles: [fakeArticle({ sentences: [] }), fakeArticle({ sentences: [] })] };

describe('the list of outlets', () => {
  it('says how many articles name no outlet, so that its counts add up', () => {
    expect(sourcesText([post, unnamed])).toBe(
      'The coverage: 3 articles from 1 outlet, 2 of no known outlet.\n  Harbour Post: 1 article\n  Outlet unknown: 2 articles',
    );
    expect(renderSources([post, unnamed], { page: 0, ownerId: '1', publisher: undefined }).embeds?.[0]).toMatchObject({
      title: 'The coverage: 3 articles from 1 outlet, 2 of no known outlet',
      description: '**Harbour Post** · 1 article\n**Outlet unknown** · 2 articles',
    });
  });

  it('says nothing of it where every article names one', () => {
    expect(describeListings([post])).toBe('1 article from 1 outlet');
  });
});
