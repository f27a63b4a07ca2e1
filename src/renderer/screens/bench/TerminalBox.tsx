import { RadioButton, RadioField, RadioGroup } from 'react-aria-components';
import { Action } from '../../components/Action.tsx';
import { useWords } from '../../i18n/use-words.ts';
import { answerCard, type CardAnswer, setTerminalAuto, useBench } from '../../stores/bench.ts';

const answers: readonly CardAnswer[] = ['approve', 'decline', 'timeout', 'loseAnswer'];

/** The virtual card terminal: its screen, its buttons, and what it answers by itself. */
export function TerminalBox() {
  const { t, money } = useWords();
  const terminal = useBench((state) => state.state?.terminal);
  const waiting = terminal?.state === 'waitingForCard';
  return (
    <section
      aria-labelledby="terminal-title"
      className="flex flex-col gap-4 rounded-lg bg-raised p-6 shadow-low"
    >
      <h2 id="terminal-title" className="text-xl">
        {t('bench.terminal')}
      </h2>
      <p role="status" className="tabular rounded-md bg-ink px-6 py-4 text-center text-on-accent">
        {waiting
          ? t('bench.waiting', { amount: money(terminal.amountMinor ?? 0) })
          : t('bench.idle')}
      </p>
      <div className="grid grid-cols-2 gap-3">
        {answers.map((answer) => (
          <Action
            key={answer}
            variant={answer === 'approve' ? 'primary' : 'secondary'}
            isDisabled={!waiting}
            onPress={() => void answerCard(answer)}
            className="px-3! text-sm!"
          >
            {t(`bench.answer.${answer}`)}
          </Action>
        ))}
      </div>
      <RadioGroup
        aria-label={t('bench.auto')}
        value={terminal?.auto ?? 'off'}
        onChange={(value) =>
          void setTerminalAuto(answers.find((answer) => answer === value) ?? null)
        }
        className="flex flex-wrap items-center gap-2"
      >
        <span className="w-full text-sm text-soft">{t('bench.auto')}</span>
        {['off', ...answers].map((value) => (
          <RadioField key={value} value={value}>
            <RadioButton className="choice min-h-target items-center rounded-full px-4 text-sm">
              {value === 'off' ? t('bench.off') : t(`bench.answer.${value}`)}
            </RadioButton>
          </RadioField>
        ))}
      </RadioGroup>
    </section>
  );
}
