import { Printer, ReceiptText } from 'lucide-react';
import { useEffect } from 'react';
import { useWords } from '../../i18n/use-words.ts';
import { useDevice } from '../../stores/devices.ts';
import { forgetOrder, receiptNews, usePrinting, watchOrder } from '../../stores/printing.ts';

/** What becomes of the receipt on paper, as far as it concerns the shopper. */
export function ReceiptNews({ orderId }: { readonly orderId: string }) {
  const { t } = useWords();
  const printer = useDevice('receipt-printer');
  const job = usePrinting((state) => (state.orderId === orderId ? state.orderJob : null));
  useEffect(() => {
    void watchOrder(orderId);
    return forgetOrder;
  }, [orderId]);
  const news = receiptNews(job, printer?.health);
  const Icon = news === 'printing' ? Printer : ReceiptText;
  return (
    <p
      role="status"
      data-testid="receipt-news"
      className="flex items-center gap-3 text-lg portrait:justify-center"
    >
      <Icon aria-hidden size="1.3em" strokeWidth={1.6} className="shrink-0" />
      {t(`thanks.paper.${news}`)}
    </p>
  );
}
