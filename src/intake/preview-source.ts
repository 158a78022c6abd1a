import type { ArticleMeta } from '../domain/article.js';
import { escapeFileName } from '../domain/escape-file-name.js';
import type { IntakeDraft, IntakePreview } from '../domain/intake.js';
import type { Clock } from '../ports/clock.js';
import type { CorpusFiles } from '../ports/corpus-files.js';
import type { CorpusIntake } from '../ports/corpus-intake.js';
import type { FileExaminer } from '../ports/file-examiner.js';
import type { PageFetcher } from '../ports/page-fetcher.js';
import type { DraftShelf } from './draft-shelf.js';
import { warningsOn } from './draft-warnings.js';
import { findPlace, type IntakePlace } from './find-place.js';
import { getOffered } from './offered-file.js';
import { type ReadOffer, readOffered } from './read-offered.js';

/** What previews are made with. */
export interface PreviewDependencies {
  readonly files: CorpusFiles;
  readonly examiner: FileExaminer;
  readonly fetcher: PageFetcher;
  /** The articles that are indexed; none where nothing is. */
  readonly indexed: () => Promise<readonly ArticleMeta[]>;
  readonly clock: Clock;
  /** A name for a draft that nobody can guess: at most 32 letters and digits. */
  readonly newDraftId: () => string;
}

const dayMs = 86_400_000;

/** Reads a source and puts the draft on the shelf; see `CorpusIntake.preview`. */
export async function previewSource(
  dependencies: PreviewDependencies,
  shelf: DraftShelf,
  [source, options, signal]: Parameters<CorpusIntake['preview']>,
): Promise<IntakePreview> {
  const offered = await getOffered(source, dependencies.fetcher, signal);
  if (offered.kind === 'refused') return offered;
  const read = await readOffered(offered, dependencies.examiner, signal);
  if (read.kind === 'refused') return read;
  const indexed = await dependencies.indexed();
  const newcomer = { article: read.article, offered, replace: options?.replace ?? false };
  const place = await findPlace(dependencies.files, newcomer, indexed);
  if (place.kind === 'refused') return place;
  const warnings = warningsOn({
    article: read.article,
    fetchedFrom: offered.page?.address,
    others: indexed.filter(({ id }) => id !== place.replaced?.id),
    latestDay: new Date(dependencies.clock.now() + dayMs).toISOString().slice(0, 10),
  });
  const draft: IntakeDraft = {
    ...shownOf(read, place),
    draft: dependencies.newDraftId(),
    expires: shelf.expiry(),
    warnings: [...place.warnings, ...warnings],
  };
  shelf.put({ draft, name: place.name, bytes: read.bytes, replacing: place.replacing });
  return { kind: 'ready', draft };
}

function shownOf({ article }: ReadOffer, place: IntakePlace): Omit<IntakeDraft, 'draft' | 'expires' | 'warnings'> {
  const { title, publisher, byline, published, url, language, opening, letters } = article;
  const { name, id, replacing, replaced } = place;
  return {
    ...{ title, publisher, byline, published, url, language, opening, letters },
    file: escapeFileName(name),
    article: id,
    replaces: replacing && { file: escapeFileName(replacing.name), title: replaced?.title },
  };
}
