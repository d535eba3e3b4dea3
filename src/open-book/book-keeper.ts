import type { Answer, Desk } from "../app/desk";
import { finding, NOWHERE } from "../domain/kernel/finding";
import type { Moment } from "../domain/kernel/moment";
import { readings } from "../app/readings";
import { surveyBook } from "../app/survey-book";
import { bookTrouble } from "../app/trouble";
import type { Ledgers } from "../domain/posting/ledgers";
import type { BalanceLists } from "../domain/reports/balance-lists";
import type { Course, Workbook, WorkbookChange } from "../workbook/port";
import { balancesOf } from "./balances-of";
import type { BookState, Outcome } from "./book-state";
import { type ActionCourse, actionCourse } from "./course-of";
import { keptWorkbook, type KeptWorkbook } from "./kept-workbook";
import type { Surroundings } from "./surroundings";
import type { Told } from "./told";

/** Milliseconds without a change after which a book that others change is read again. */
const QUIET = 500;
/** A book that takes long to read is left alone for so many times that long. */
const PATIENCE = 10;

/** What was worked out of the book as it was last read. */
export interface Worked {
  readonly ledgers: Ledgers;
  readonly lists: BalanceLists;
}

const LOADING: BookState["phase"] = { is: "loading", done: 0, waitingForCell: false };
const BUSY = finding("BOOK_BUSY", NOWHERE);

type AfterAction = Partial<Pick<BookState, "findings">>;

/** Keeps the open book: reads it, has actions done at it one after the other, and says where it stands. */
export class BookKeeper {
  /** Null while nothing is open. */
  worked: Worked | null = null;
  /** Tells that going to a place waits for a cell. */
  readonly untilFree: Course = {
    waiting: (waitsForCell) => {
      if (this.told.state().waitsForCell !== waitsForCell) this.told.change({ waitsForCell });
    },
  };
  private readonly kept: KeptWorkbook;
  private readonly memory = readings();
  private underWay: ActionCourse | null = null;
  private refreshing: ActionCourse | null = null;
  private turn: Promise<unknown> = Promise.resolve();
  private stopWaiting = (): void => undefined;
  /** Milliseconds that the last reading took. */
  private took = 0;
  /** How often others had changed tables when the drafts were last checked; null = not checked yet. */
  private checkedAt: number | null = null;

  constructor(
    private readonly surroundings: Surroundings,
    private readonly moment: Moment,
    private readonly told: Told<BookState>,
  ) {
    this.kept = keptWorkbook(surroundings.workbook);
    surroundings.workbook.onChange((change) => this.hear(change));
  }

  /** Where the book stands. */
  state(): BookState {
    return this.told.state();
  }

  /** Does work when all before it is done. */
  inTurn<T>(work: () => Promise<T>): Promise<T> {
    const done = this.turn.then(work);
    this.turn = done.catch(() => undefined);
    return done;
  }

  /** What actions work at. */
  desk(workbook: Workbook = this.kept): Desk {
    const { moment, memory } = this;
    return { workbook, moment, strict: this.surroundings.strict, readings: memory };
  }

  /** Reads all of the book anew. */
  reload(): Promise<void> {
    return this.inTurn(async () => {
      const { told } = this;
      this.kept.doubt(null);
      if (told.state().phase.is === "trouble") told.change({ phase: LOADING });
      const course = actionCourse("load", this.kept, ({ done, waitingForCell }) => {
        if (told.state().phase.is !== "loading") return;
        told.change({ phase: { is: "loading", done: 2 * done, waitingForCell } });
      });
      this.underWay = course;
      try {
        told.change(await this.surveyedOrTrouble(course));
      } finally {
        this.underWay = null;
      }
    });
  }

  /** Has an action done, and then says once where the book stands. */
  act<T extends object>(verb: string, work: (desk: Desk) => Answer<T>): Promise<Outcome<T>> {
    this.refreshing?.stop();
    return this.inTurn(async () => {
      const { told, kept } = this;
      const course = actionCourse(verb, kept, (busy) => told.change({ busy }));
      this.underWay = course;
      told.change({ busy: { verb, done: 0, canCancel: true, waitingForCell: false } });
      kept.lookAgain();
      try {
        const outcome = await this.outcomeOf(verb, course, work);
        const checked = found(outcome, course);
        if (checked.findings !== undefined) this.checkedAt = kept.changesOfOthers();
        const after = outcome.isCancelled ? this.leftAsItIs() : await this.surveyedIfPossible(verb);
        told.change({ ...after, ...checked, last: outcome, busy: null });
        return outcome;
      } catch (defect) {
        told.change({ busy: null, isStale: kept.isDoubtful() });
        throw defect;
      } finally {
        this.underWay = null;
      }
    });
  }

  cancel(): void {
    this.underWay?.stop();
  }

  private async outcomeOf<T extends object>(
    verb: string,
    course: ActionCourse,
    work: (desk: Desk) => Answer<T>,
  ): Promise<Outcome<T>> {
    try {
      const { value, findings } = await work(this.desk(course.workbook));
      return { verb, value, findings, isCancelled: false };
    } catch (thrown) {
      if (course.signal.aborted) return { verb, value: null, findings: [], isCancelled: true };
      const trouble = bookTrouble(thrown, this.told.state().language);
      if (trouble === null) throw thrown;
      return { verb, value: null, findings: [trouble], isCancelled: false, thrown };
    }
  }

  /** Who stopped an action waits for nothing more: what it left in doubt is read when it is quiet. */
  private leftAsItIs(): Partial<BookState> {
    const isStale = this.isOld();
    if (isStale) this.refreshWhenQuiet();
    return { isStale };
  }

  /**
   * Where the book stands after an action; changes nothing where that cannot be read just now, or where the
   * user does not wait for it.
   */
  private async surveyedIfPossible(verb: string): Promise<Partial<BookState>> {
    const course = actionCourse(verb, this.kept, (busy) => this.told.change({ busy: { ...busy, done: 1 } }));
    this.underWay = course;
    try {
      return await this.surveyed(course.workbook);
    } catch (thrown) {
      const isTrouble = bookTrouble(thrown, this.told.state().language) !== null;
      if (!course.signal.aborted && !isTrouble) throw thrown;
      this.refreshWhenQuiet();
      return { isStale: true };
    }
  }

  /** Reading is stopped while a cell keeps it waiting: that is then what the matter is. */
  private async surveyedOrTrouble({ workbook, signal }: ActionCourse): Promise<Partial<BookState>> {
    try {
      return await this.surveyed(workbook);
    } catch (thrown) {
      const trouble = signal.aborted ? BUSY : bookTrouble(thrown, this.told.state().language);
      if (trouble === null) throw thrown;
      this.worked = null;
      return { phase: { is: "trouble", finding: trouble, thrown }, isStale: true };
    }
  }

  private async surveyed(workbook: Workbook): Promise<Partial<BookState>> {
    const found = await this.found(workbook);
    const areFindingsOld = this.checkedAt !== null && this.kept.changesOfOthers() > this.checkedAt;
    return { ...found, areFindingsOld, isReadOnly: workbook.isReadOnly() };
  }

  private async found(workbook: Workbook): Promise<Partial<BookState>> {
    const start = this.surroundings.clock();
    const survey = await surveyBook(this.desk(workbook));
    const isStale = this.kept.isDoubtful();
    if (survey.is === "open" && survey.ledgers === this.worked?.ledgers) return { isStale };
    const revision = this.told.state().revision + 1;
    if (survey.is !== "open") {
      this.worked = null;
      return { phase: survey, bookLanguage: null, isStale, revision };
    }
    const { ledgers, counts, firstRows, language } = survey;
    const { lists, totals } = balancesOf(ledgers);
    this.worked = { ledgers, lists };
    this.took = this.surroundings.clock() - start;
    return { phase: { is: "open", counts, totals }, bookLanguage: language, firstRows, isStale, revision };
  }

  /** Changes are only hinted at: what they touch is doubted, and read again once nobody changes more. */
  private hear({ tables, ours }: WorkbookChange): void {
    if (ours) return;
    this.kept.doubt(tables);
    if (!this.kept.isDoubtful()) return;
    if (!this.told.state().isStale) this.told.change({ isStale: true });
    this.refreshWhenQuiet();
  }

  /**
   * What is shown may be old: changed since the last reading, whether or not what is kept is forgotten
   * already.
   */
  private isOld(): boolean {
    return this.told.state().isStale || this.kept.isDoubtful();
  }

  private refreshWhenQuiet(): void {
    this.stopWaiting();
    const quiet = Math.max(QUIET, this.took * PATIENCE);
    this.stopWaiting = this.surroundings.after(quiet, () => void this.refresh());
  }

  /** Reads what is doubted, where somebody looks and no action did it meanwhile; gives way to actions. */
  private refresh(): Promise<void> {
    return this.inTurn(async () => {
      if (!this.isOld() || this.told.listeners() === 0) return;
      const course = actionCourse("refresh", this.kept, () => undefined);
      this.refreshing = course;
      try {
        this.told.change(await this.surveyed(course.workbook));
      } catch (thrown) {
        const isTrouble = bookTrouble(thrown, this.told.state().language) !== null;
        if (!course.signal.aborted && !isTrouble) throw thrown;
      } finally {
        this.refreshing = null;
      }
    });
  }
}

/** What is known of the drafts after an action: checking and posting look at all that they tell of. */
function found(outcome: Outcome, course: ActionCourse): AfterAction {
  const isTelling = outcome.verb === "check" || (outcome.verb === "post" && course.hasWritten());
  return isTelling && outcome.value !== null ? { findings: outcome.findings } : {};
}
