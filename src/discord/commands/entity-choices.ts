import type { EntitySuggestion } from '../../domain/entity-lookup.js';
import type { EntityDirectory } from '../../ports/dateline.js';
import { describeOffer } from '../../wording/describe-entity.js';
import { printable } from '../../wording/printable.js';
import type { Choice } from '../command.js';
import { limits } from '../limits.js';
import { beginning, clip } from '../render/fit.js';

/**
 * Names that fit what has been typed, as choices: shown with what they stand for; taken as the entity's id, so that the
 * choice is exact, or as the name where the id is too long for a choice. An entity is offered once.
 */
export async function entityChoices(directory: EntityDirectory, typed: string): Promise<Choice[]> {
  const offered = await directory.suggestEntities(beginning(typed, limits.choice));
  const choices = new Map<string, Choice>();
  for (const one of offered) if (!choices.has(one.id)) choices.set(one.id, choiceOf(one));
  return [...choices.values()];
}

function choiceOf(suggestion: EntitySuggestion): Choice {
  const { id, alias } = suggestion;
  const offer = describeOffer(suggestion);
  const name = `${clip(printable(alias).trim(), limits.choice - offer.length)}${offer}`;
  return { name, value: id.length <= limits.choice ? id : beginning(alias, limits.choice) };
}
