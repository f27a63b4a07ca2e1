import {
  CircleAlert,
  CircleCheck,
  CircleX,
  LoaderCircle,
  type LucideIcon,
  TriangleAlert,
  Unplug,
} from 'lucide-react';
import type { DeviceHealth } from '#shared/contract/ipc/devices.ts';
import { Badge, type Tone } from '../../components/Badge.tsx';
import { useWords } from '../../i18n/use-words.ts';

const faces: Readonly<Record<DeviceHealth['state'], readonly [Tone, LucideIcon]>> = {
  connecting: ['neutral', LoaderCircle],
  ready: ['good', CircleCheck],
  attention: ['notice', TriangleAlert],
  notReady: ['danger', CircleX],
  disconnected: ['danger', Unplug],
};

/** A device's health in a word. */
export function HealthBadge({ health }: { readonly health: DeviceHealth }) {
  const { t } = useWords();
  const [tone, icon] = faces[health.state];
  return (
    <span role="status">
      <Badge tone={tone} icon={icon}>
        {t(`devices.state.${health.state}`)}
      </Badge>
    </span>
  );
}

/** What is wrong and what to do about it, the gravest first; then what the system said, for IT. */
export function Problems({ health }: { readonly health: DeviceHealth }) {
  const { t } = useWords();
  const isGrave = health.state === 'notReady' || health.state === 'disconnected';
  const Icon = isGrave ? CircleAlert : TriangleAlert;
  const color = isGrave ? 'bg-danger-wash text-danger' : 'bg-notice-wash text-notice';
  return (
    // Always there, so that what appears in it is read out.
    <div role="status" className={`rounded-md px-5 py-4 empty:hidden ${color}`}>
      {health.problems.map((problem) => (
        <p key={problem} className="flex gap-3 font-medium not-first:pt-2">
          <Icon aria-hidden size="1.25em" className="mt-[0.08em] shrink-0" />
          {t(`devices.problem.${problem}`)}
        </p>
      ))}
      {health.detail !== '' && (
        <p className="pt-2 text-ink text-xs [overflow-wrap:anywhere]">
          {t('devices.forIt', { detail: health.detail })}
        </p>
      )}
    </div>
  );
}
