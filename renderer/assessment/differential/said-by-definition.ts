/** A row that reads several facts is said by its definition, less what the table notes about the wording. */
export function saidByDefinition(definition: string): string {
  return definition.split(/[;(]/u)[0]?.trim() ?? definition;
}
