import { allocation } from "./allocation";
import { cashTransfer } from "./cash-transfer";
import { counterReturn } from "./counter-return";
import { counterSale } from "./counter-sale";
import { assembly } from "./assembly";
import { costAdjustment } from "./cost-adjustment";
import { customerReceipt } from "./customer-receipt";
import { disassembly } from "./disassembly";
import type { DocumentType } from "./document-type";
import { expense } from "./expense";
import { foundStock } from "./found-stock";
import { landedCost } from "./landed-cost";
import { openingCash, openingPayable, openingReceivable, openingStock } from "./opening";
import { otherIncome } from "./other-income";
import { otherIssue } from "./other-issue";
import { otherReceipt } from "./other-receipt";
import { paymentRequest } from "./payment-request";
import { purchaseContract } from "./purchase-contract";
import { productionIssue } from "./production-issue";
import { productionReceipt } from "./production-receipt";
import { purchaseInvoice } from "./purchase-invoice";
import { purchaseOrder } from "./purchase-order";
import { purchaseReceipt } from "./purchase-receipt";
import { purchaseReturn } from "./purchase-return";
import { quotation } from "./quotation";
import { quotationRequest } from "./quotation-request";
import { refund } from "./refund";
import { requisition } from "./requisition";
import { salesContract } from "./sales-contract";
import { salesDelivery } from "./sales-delivery";
import { salesInvoice } from "./sales-invoice";
import { salesOrder } from "./sales-order";
import { salesReturn } from "./sales-return";
import { stockTransfer } from "./stock-transfer";
import { stocktake } from "./stocktake";
import { supplierPayment } from "./supplier-payment";
import { transferIn } from "./transfer-in";
import { transferOut } from "./transfer-out";
import { writeOff } from "./write-off";

/** Every type of document; a line's type is its place in this list. */
export const documentTypes: readonly DocumentType[] = [
  requisition,
  quotationRequest,
  purchaseContract,
  purchaseOrder,
  purchaseReceipt,
  purchaseInvoice,
  purchaseReturn,
  landedCost,
  openingPayable,
  quotation,
  salesContract,
  salesOrder,
  salesDelivery,
  salesInvoice,
  salesReturn,
  counterSale,
  counterReturn,
  openingReceivable,
  stockTransfer,
  transferOut,
  transferIn,
  stocktake,
  writeOff,
  foundStock,
  otherReceipt,
  otherIssue,
  assembly,
  disassembly,
  productionIssue,
  productionReceipt,
  costAdjustment,
  openingStock,
  customerReceipt,
  supplierPayment,
  paymentRequest,
  refund,
  allocation,
  otherIncome,
  expense,
  cashTransfer,
  openingCash,
];
