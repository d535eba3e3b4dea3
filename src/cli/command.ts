import { badStep } from "../app/options";
import { bookTrouble } from "../app/trouble";
import type { Checked } from "../domain/kernel/checked";
import type { Finding } from "../domain/kernel/finding";
import { nearest } from "../domain/kernel/nearest";
import type { Language } from "../domain/kernel/title";
import { exitCode, jsonOf, replyOf, type Reply } from "./answers";
import { commandWords, optionsFrom, type Words } from "./command-line";
import { generalHelp, verbHelp } from "./help";
import { message } from "./message";
import { runSteps, performVerb } from "./run-steps";
import { saveBook } from "./save-book";
import { languageOf, newSession, type Session } from "./session";
import { csvText } from "./show/csv-text";
import { shown } from "./show/shown";
import type { Surroundings } from "./surroundings";
import type { Verb } from "./verb";
import { verbs } from "./verbs";

/** Does what a command line asks, and answers the exit code. Source: CONTRACT §4. */
export async function command(surroundings: Surroundings, args: readonly string[]): Promise<number> {
  const [name = "--help", ...rest] = args;
  const session = newSession(withLanguage(surroundings, args));
  try {
    if (name === "run") return await run(session, rest);
    const verb = verbs.find((each) => each.verb === name);
    if (verb !== undefined) return await answered(session, verb, rest);
    return await helped(session, name);
  } catch (thrown) {
    return failed(session, args.includes("--json"), thrown);
  }
}

/** `--lang` says in which language the program speaks, whatever else it means to the verb. */
function withLanguage(surroundings: Surroundings, args: readonly string[]): Surroundings {
  const at = args.findIndex((arg) => arg === "--lang" || arg.startsWith("--lang="));
  const said = at < 0 ? "" : args[at] === "--lang" ? (args[at + 1] ?? "") : args[at].slice(7);
  const language: Language | null = said.startsWith("en") ? "en-US" : said.startsWith("zh") ? "zh-CN" : null;
  return language === null ? surroundings : { ...surroundings, language };
}

async function helped(session: Session, name: string): Promise<number> {
  const { language, out, note } = session.surroundings;
  if (["--help", "-h", "help"].includes(name)) {
    await out(generalHelp(language, verbs));
    return 0;
  }
  const names = [...verbs.map(({ verb }) => verb), "run"];
  note(`${message(language, badStep(name, nearest(name, names)))}\n`);
  return 2;
}

async function answered(session: Session, verb: Verb, args: readonly string[]): Promise<number> {
  const { value: words, findings } = commandWords(args, verb.takes);
  if (words.named["help"] === true) {
    await session.surroundings.out(verbHelp(session.surroundings.language, verb));
    return 0;
  }
  const done: Checked<object | null> =
    findings.length > 0 ? { value: null, findings } : await performed(session, verb, words);
  return print(session, words, replyOf(done));
}

async function performed(session: Session, verb: Verb, words: Words): Promise<Checked<object | null>> {
  const [path, ...operands] = words.operands;
  if (path === undefined) return { value: null, findings: [badStep("BOOK?")] };
  const { books } = session.surroundings;
  const target = text(words.named["out"]) ?? path;
  const isNew = verb.book === "makes";
  if (isNew && books.isTaken(path)) return { value: null, findings: [badStep(`${path}: !`)] };
  if (!isNew) session.book = books.open(path);
  const { value: given, findings } = optionsFrom(
    { ...words, operands: isNew ? words.operands : operands },
    verb.takes,
  );
  if (findings.length > 0) return { value: null, findings };
  const answer = await performVerb(session, verb, given);
  const isToSave = session.changed || (target !== path && answer.value !== null);
  if (session.book !== null && isToSave) await saveBook(session, session.book, target);
  return answer;
}

function text(value: unknown): string | null {
  return typeof value === "string" ? value : null;
}

async function print(session: Session, { named }: Words, reply: Reply): Promise<number> {
  const { out, note } = session.surroundings;
  const language = await languageOf(session);
  const format = text(named["format"]) ?? "table";
  if (named["json"] === true || format === "json") await out(`${JSON.stringify(jsonOf(reply, language))}\n`);
  else {
    const isCsv = format === "csv" && reply.value !== null;
    await out(isCsv ? csvText(reply.value) : shown(reply, language));
    for (const found of reply.findings) note(`${message(language, found)}\n`);
  }
  return exitCode(reply);
}

/** What stopped the program: a book that cannot be read or written, or a mistake of ours. */
async function failed(session: Session, isJson: boolean, thrown: unknown): Promise<number> {
  const { language, out, note } = session.surroundings;
  const trouble: Finding | null = bookTrouble(thrown, language);
  if (trouble === null) throw thrown;
  if (isJson)
    await out(`${JSON.stringify(jsonOf(replyOf({ value: null, findings: [trouble] }), language))}\n`);
  else note(`${message(language, trouble)}\n`);
  return 3;
}

async function run(session: Session, args: readonly string[]): Promise<number> {
  const { value: words, findings } = commandWords(args, []);
  const [path, steps] = words.operands.length > 1 ? words.operands : [null, words.operands[0]];
  const unsaid = session.moments.take(words.named);
  if (findings.length > 0 || steps === undefined || words.operands.length > 2 || unsaid.length > 0) {
    for (const found of [...findings, ...unsaid, badStep("run [BOOK] STEPS")]) {
      session.surroundings.note(`${message(session.surroundings.language, found)}\n`);
    }
    return 2;
  }
  if (path !== null) session.book = session.surroundings.books.open(path);
  const opened = session.book;
  const isAllOk = await runSteps(session, session.surroundings.bytes(steps));
  const target = text(words.named["out"]) ?? (session.book === opened ? path : null);
  if (session.book !== null && target !== null && session.changed)
    await saveBook(session, session.book, target);
  return isAllOk ? 0 : 1;
}
