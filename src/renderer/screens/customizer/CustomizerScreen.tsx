import { useEffect } from 'react';
import { FaultScreen } from '../../components/FaultState.tsx';
import { Screen } from '../../components/Screen.tsx';
import { WaitingScreen } from '../../components/Waiting.tsx';
import { useWords } from '../../i18n/use-words.ts';
import { openCustomizer, useCustomizer } from '../../stores/customizer.ts';
import { CustomizerBar } from './CustomizerBar.tsx';
import { GroupPanel } from './GroupPanel.tsx';
import { HistoryStrip } from './HistoryStrip.tsx';
import { Stage } from './Stage.tsx';
import { StatusStrip } from './StatusStrip.tsx';
import { StepRail } from './StepRail.tsx';

interface CustomizerScreenProps {
  readonly sku: string;
  readonly line: string | null;
}

/** Designing a product: the product itself, the steps, the open step, and what it costs. */
export function CustomizerScreen({ sku, line }: CustomizerScreenProps) {
  const { t } = useWords();
  const subject = useCustomizer((state) => state.subject);
  const fault = useCustomizer((state) => state.fault);
  useEffect(() => {
    void openCustomizer(sku, line);
  }, [sku, line]);
  if (fault !== null) {
    return <FaultScreen code={fault} onRetry={() => void openCustomizer(sku, line)} />;
  }
  if (subject === null) return <WaitingScreen label={t('common.loading')} />;
  return (
    <Screen
      parts="beside"
      className="landscape:grid landscape:grid-cols-[minmax(0,10fr)_minmax(0,17fr)] landscape:@max-[76em]/screen:grid-cols-[minmax(0,8fr)_minmax(0,17fr)] landscape:grid-rows-[minmax(0,1fr)_auto]"
    >
      <Stage subject={subject} />
      <div className="flex min-h-0 flex-1 flex-col landscape:grid landscape:grid-cols-[17rem_minmax(0,1fr)] landscape:@max-[76em]/screen:grid-cols-[14.5rem_minmax(0,1fr)] larger:landscape:grid-cols-[18.5rem_minmax(0,1fr)]">
        <StepRail template={subject.template} />
        <div className="flex min-h-0 flex-1 flex-col">
          <GroupPanel subject={subject} />
          <StatusStrip template={subject.template} />
          <HistoryStrip template={subject.template} />
        </div>
      </div>
      <CustomizerBar template={subject.template} />
    </Screen>
  );
}
