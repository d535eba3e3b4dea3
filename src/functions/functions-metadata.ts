import { type Language, type Title, titleIn } from "../domain/kernel/title";
import { type ArgumentDefinition, functionDefinitions } from "./definitions";

/** What Excel is told of one argument; `any` so that a code made of digits and a date arrive as they are. */
export interface ArgumentMetadata {
  readonly name: string;
  readonly description: string;
  readonly type: "any";
  readonly dimensionality: "scalar";
  readonly optional?: true;
}

/** What Excel is told of one function. */
export interface FunctionMetadata {
  readonly id: string;
  readonly name: string;
  readonly description: string;
  readonly parameters: readonly ArgumentMetadata[];
  readonly result: { readonly type: "number"; readonly dimensionality: "scalar" };
  readonly options: { readonly stream: true; readonly cancelable: true };
}

/** The contents of functions.json in a language: what Excel reads before the add-in runs. */
export function functionsMetadata(language: Language): { readonly functions: readonly FunctionMetadata[] } {
  const said = (title: Title): string => titleIn(language, title);
  const argument = ({ title, tells, optional }: ArgumentDefinition): ArgumentMetadata => ({
    name: said(title),
    description: said(tells),
    type: "any",
    dimensionality: "scalar",
    ...(optional === true ? { optional } : {}),
  });
  const functions = functionDefinitions.map(({ id, tells, takes }): FunctionMetadata => ({
    id,
    name: id,
    description: said(tells),
    parameters: takes.map(argument),
    result: { type: "number", dimensionality: "scalar" },
    options: { stream: true, cancelable: true },
  }));
  return { functions };
}
