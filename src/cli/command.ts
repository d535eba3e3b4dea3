import { badStep } from "../app/options";
import { bookTrouble } from "../app/trouble";
import type { Checked } from "../domain/kernel/checked";
import type { Finding } from "../domain/kernel/finding";
import { nearest } from "../domain/kernel/nearest";
import type { Language } from "../domain/kernel/title";
import { exitCode, jsonOf, replyOf, type Reply } from "./answers";
import { badFormat, commandWords, optionsFrom, type Words } from "./command-line";
import { demoCommand } from "./demo-command";
import { aloneHelp, generalHelp, verbHelp } from "./help";
import { message, plainVoice } from "./message";
import { mistake } from "./mistake";
import { performVerb } from "./perform-verb";
import { runCommand } from "./run-command";
import { saveBook } from "./save-book";
import { languageOf, newSession, type Session, voiceOf } from "./session";
import { csvText } from "./show/csv-text";
import { shown, untold } from "./show/shown";
import type { Surroundings } from "./surroundings";
import { badOut, badTarget } from "./target";
import type { Verb } from "./verb";
import { verbs } from "./verbs";

/** What a terminal alone can be asked: it has a way of its own with its book. */
const ALONE: ReadonlyMap<string, (session: Session, args: readonly string[]) => Promise<number>> = new Map([
  ["run", runCommand],
  ["demo", demoCommand],
]);

/** Does what a command line asks, and answers the exit code. Source: CONTRACT §4. */
export async function command(surroundings: Surroundings, args: readonly string[]): Promise<number> {
  const [name = "--help", ...rest] = args;
  const session = newSession(withLanguage(surroundings, args));
  const verb = verbs.find((each) => each.verb === name);
  try {
    const alone = rest.includes("--help") ? undefined : ALONE.get(name);
    if (alone !== undefined) return await alone(session, rest);
    return verb === undefined ? await helped(session, name) : await answered(session, verb, rest);
  } catch (thrown) {
    return stopped(session, args.includes("--json"), thrown);
  }
}

/** `--lang` says in which language the program speaks, whatever else it means to the verb. */
function withLanguage(surroundings: Surroundings, args: readonly string[]): Surroundings {
  const said = args.findIndex((arg) => arg === "--lang" || arg.startsWith("--lang="));
  const word =
    said < 0
      ? ""
      : args
          .slice(said, said + 2)
          .join("=")
          .slice(7);
  const language: Language = word.startsWith("en") ? "en-US" : "zh-CN";
  return word === "" ? surroundings : { ...surroundings, language };
}

async function helped(session: Session, name: string): Promise<number> {
  const { language, out, note } = session.surroundings;
  if (name === "run" || name === "demo") {
    await out(aloneHelp(language, name));
    return 0;
  }
  if (["--help", "-h", "help"].includes(name)) {
    await out(generalHelp(language, verbs));
    return 0;
  }
  const names = [...verbs.map(({ verb }) => verb), ...ALONE.keys()];
  note(`${message(plainVoice(language), badStep(name, nearest(name, names)))}\n`);
  return 2;
}

async function answered(session: Session, verb: Verb, args: readonly string[]): Promise<number> {
  const { value: words, findings } = commandWords(args, verb.takes);
  if (words.named["help"] === true) {
    await session.surroundings.out(verbHelp(session.surroundings.language, verb));
    return 0;
  }
  const wrong = [...findings, ...badFormat(words)];
  const done = wrong.length > 0 ? { value: null, findings: wrong } : await performed(session, verb, words);
  return print(session, { verb, words }, replyOf(done));
}

function textOr(value: unknown, otherwise: string): string {
  return typeof value === "string" ? value : otherwise;
}

/** Opens the book that the command names, does the verb, and saves the book where the verb changed it. */
async function performed(session: Session, verb: Verb, words: Words): Promise<Checked<object | null>> {
  if (verb.book === "none") return performedAlone(session, verb, words);
  const [path = "", ...behind] = words.operands;
  if (path === "") return { value: null, findings: [badStep("BOOK", null, "given")] };
  const operands = verb.book === "makes" ? [path] : behind;
  const { value: given, findings } = optionsFrom({ ...words, operands }, verb.takes);
  const wrong = [...findings, ...opened(session, verb, path), ...badOut(session, path, words.named)];
  if (wrong.length > 0) return { value: null, findings: wrong };
  const answer = await performVerb(session, verb, given);
  if (answer.value === null) return answer;
  const unsaved = await savedAs(session, verb, { path, target: textOr(words.named["out"], path) });
  return { ...answer, findings: [...answer.findings, ...unsaved] };
}

/** Does a verb that looks at no book. */
async function performedAlone(session: Session, verb: Verb, words: Words): Promise<Checked<object | null>> {
  const { value: given, findings } = optionsFrom(words, verb.takes);
  return findings.length > 0 ? { value: null, findings } : performVerb(session, verb, given);
}

function opened(session: Session, verb: Verb, path: string): readonly Finding[] {
  if (verb.book === "makes") return badTarget(session, path, false);
  session.book = session.surroundings.books.open(path);
  return [];
}

interface Saving {
  readonly path: string;
  readonly target: string;
}

/**
 * Saves the book where there is something to save. What a verb tells holds as well where its own book cannot
 * be written: then that is a warning.
 */
async function savedAs(
  session: Session,
  { tells }: Verb,
  { path, target }: Saving,
): Promise<readonly Finding[]> {
  const { book, changed } = session;
  try {
    if (book !== null && (changed || target !== path)) await saveBook(session, book, target);
    return [];
  } catch (thrown) {
    const trouble = tells === true && target === path ? bookTrouble(thrown, await languageOf(session)) : null;
    if (trouble === null) throw thrown;
    return [{ ...trouble, severity: "warning" }];
  }
}

interface Asked {
  readonly verb: Verb;
  readonly words: Words;
}

async function print(session: Session, { verb, words }: Asked, reply: Reply): Promise<number> {
  const { out, note } = session.surroundings;
  const voice = await voiceOf(session);
  const { named } = words;
  const format = named["json"] === true ? "json" : textOr(named["format"], "table");
  if (format === "json") await out(`${JSON.stringify(jsonOf(reply, voice))}\n`);
  else {
    await out(format === "csv" ? csvText(reply.value) : shown(verb.verb, reply.value, voice));
    for (const found of untold(reply)) note(`${message(voice, found)}\n`);
  }
  return exitCode(reply);
}

/**
 * What stopped the program: a book that cannot be read or written, or a mistake of ours, which is told as
 * one.
 */
async function stopped(session: Session, isJson: boolean, thrown: unknown): Promise<number> {
  const { out, note, debug } = session.surroundings;
  const language = await spokenIn(session);
  const trouble = bookTrouble(thrown, language);
  const found = trouble ?? badStep(mistake(thrown, language, false));
  const reply = replyOf({ value: null, findings: [found] });
  if (isJson) await out(`${JSON.stringify(jsonOf(reply, plainVoice(language)))}\n`);
  if (trouble === null) note(`${mistake(thrown, language, debug)}\n`);
  else if (!isJson) note(`${message(plainVoice(language), trouble)}\n`);
  return 3;
}

/** The language of the book, or of the program where the book itself is the trouble. */
async function spokenIn(session: Session): Promise<Language> {
  try {
    return await languageOf(session);
  } catch {
    return session.surroundings.language;
  }
}
