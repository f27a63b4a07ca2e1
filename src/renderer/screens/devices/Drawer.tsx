import { Banknote, CircleQuestionMark, Lock, LockOpen, type LucideIcon } from 'lucide-react';
import { useId, useState } from 'react';
import type { DeviceHealth } from '#shared/contract/ipc/devices.ts';
import { Action } from '../../components/Action.tsx';
import { Badge, type Tone } from '../../components/Badge.tsx';
import { useWords } from '../../i18n/use-words.ts';
import { DeviceHead } from './DeviceCard.tsx';
import { DrawerSheet } from './DrawerSheet.tsx';

const faces: Readonly<Record<DeviceHealth['drawer'], readonly [Tone, LucideIcon]>> = {
  open: ['notice', LockOpen],
  closed: ['good', Lock],
  unknown: ['neutral', CircleQuestionMark],
};

/** The cash drawer, as the printer tells it. */
export function Drawer({ health }: { readonly health: DeviceHealth }) {
  const { t } = useWords();
  const headingId = useId();
  const [asking, setAsking] = useState(false);
  const [tone, icon] = faces[health.drawer];
  return (
    <article aria-labelledby={headingId} className="flex flex-col gap-5 border-line border-t pt-5">
      <DeviceHead
        icon={Banknote}
        name={t('devices.name.drawer')}
        headingId={headingId}
        text={t('devices.attached.drawer')}
        badge={
          <>
            <span role="status">
              <Badge tone={tone} icon={icon}>
                {t(`devices.drawer.${health.drawer}`)}
              </Badge>
            </span>
            <Action onPress={() => setAsking(true)}>{t('devices.openDrawer')}</Action>
          </>
        }
      />
      {asking && <DrawerSheet onClose={() => setAsking(false)} />}
    </article>
  );
}
