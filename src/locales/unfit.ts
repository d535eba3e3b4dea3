/** Why what comes nearest to a reference cannot be meant, by the fact `why` of UNKNOWN_REF. */
const SENTENCES = new Map<string, { readonly zh: string; readonly en: string }>([
  ["void", { zh: "这张单据已作废。", en: "That document is void." }],
  ["reversed", { zh: "这张单据已红冲。", en: "That document was reversed." }],
  ["closed", { zh: "这张订单已手工关闭。", en: "That order was finished by hand." }],
  ["draft", { zh: "它还是草稿，没有过账。", en: "It is a draft and not posted." }],
  [
    "refused",
    { zh: "它是自己还不能过账的草稿，请先改正它。", en: "It is a draft that cannot be posted itself." },
  ],
  [
    "type",
    {
      zh: "本单不能引用这种单据（例如退货单不能再退货）。",
      en: "This document cannot refer to one of that type: a return, for one, is not returned again.",
    },
  ],
  ["partner", { zh: "它是另一个往来单位的单据。", en: "It is another partner's." }],
  ["item", { zh: "它没有这个商品。", en: "It has no line of this item." }],
  ["batch", { zh: "它的这个商品是另一个批次的。", en: "It has this item in another batch alone." }],
  ["serial", { zh: "它的这个商品是别的序列号。", en: "It has other serial numbers of this item." }],
  ["later", { zh: "它在本单之后才发生。", en: "It comes after this document." }],
]);

/** The sentence of a reason; nothing for one that is not known. */
export function unfitSentence(why: string, language: "zh" | "en"): string {
  return SENTENCES.get(why)?.[language] ?? "";
}
