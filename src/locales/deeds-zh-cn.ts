/** What the pane says in Chinese where a posted document is taken back, a month closed, the book verified. */
export const deedsZhCn = {
  correct: {
    title: "作废或红冲",
    number: "单号",
    numberHint: "光标所在行的单据会自动填好，也可以直接输入。",
    how: "怎样更正",
    void: "作废",
    reverse: "红冲",
    hints: {
      void: "单据和单号留在原处，从此不算数。只能用于未结账的期间。",
      reverse: "另开一张同类的负数单据抵消它，自己有单号；原单留着。",
    },
    date: "红冲日期",
    reason: "原因",
    look: "看看会怎样",
    changes: "会变动的数字",
    nothing: "没有别的数字变动。",
    confirm: {
      void: (number: string) => `作废 ${number}`,
      reverse: (number: string) => `红冲 ${number}`,
    },
  },
  months: {
    title: "结账与反结账",
    period: "期间",
    periodHint: "如 2026-01；结账后，这个月和以前的数字都不再变动。",
    goThrough: "逐项核对",
    checklist: "结账核对清单",
    checks: {
      order: "以前的期间都已结账",
      drafts: "没有未过账的草稿",
      shortages: "没有负库存",
      ties: "账实、账账相符",
      transit: "在途商品",
      invoices: "暂估（发票未到）",
      variances: "材料成本差异",
    },
    states: {
      passed: () => "通过",
      review: (count: number) => `${String(count)} 处请过目`,
      failed: (count: number) => `${String(count)} 处不通过`,
      waived: (count: number) => `${String(count)} 处，已放行`,
    },
    waive: "仍然结账（请填原因）",
    close: (period: string) => `结账 ${period}`,
    closed: (day: string, by: string) => `已于 ${day} 结账${by === "" ? "" : `（${by}）`}。反结账请填原因。`,
    reopen: (period: string) => `反结账 ${period}`,
  },
  verify: {
    title: "核对账簿",
    clean: "账簿完好",
    cleanHint: "各账相符，已过账的记录没有被手工改动。",
    found: (count: number) => `发现 ${String(count)} 处问题：`,
    restore: "按日志恢复",
    restoreHint: "把手工改动、删除的已过账记录按操作日志放回去",
    restored: (cells: number) =>
      cells === 0 ? "没有可按日志恢复的内容。" : `已按日志恢复 ${String(cells)} 个单元格。`,
    look: "改为修订",
    lookHint: "先看看把手工改动作为正式修订会变动哪些数字，再决定",
    looked: (numbers: readonly string[]) =>
      numbers.length === 0
        ? "没有可以改为修订的手工改动。"
        : `手工改动将作为修订记入：${numbers.join("、")}。`,
    amend: (count: number) => `修订 ${String(count)} 张单据`,
    amended: (numbers: readonly string[]) =>
      numbers.length === 0 ? "没有修订任何单据。" : `已修订 ${numbers.join("、")}，原值记入操作日志。`,
    again: "再核对一次",
  },
};

/** The words of what is done seldom, in any language. */
export type DeedWords = typeof deedsZhCn;
