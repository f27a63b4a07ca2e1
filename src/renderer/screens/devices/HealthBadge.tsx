import {
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
