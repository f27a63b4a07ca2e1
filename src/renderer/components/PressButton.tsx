import { type ComponentProps, useState } from 'react';
import { Button } from 'react-aria-components';
import { afterPaint } from '../lib/after-paint.ts';

/**
 * A button that shows at once that it was pressed (`data-felt`), and does what it does right after that is on the
 * display. UIX-120
 */
export function PressButton({ onPress, ...props }: ComponentProps<typeof Button>) {
  const [felt, setFelt] = useState(false);
  if (onPress === undefined) return <Button {...props} />;
  return (
    <Button
      {...props}
      data-felt={felt || undefined}
      onPress={(event) => {
        setFelt(true);
        afterPaint(() => {
          setFelt(false);
          onPress(event);
        });
      }}
    />
  );
}
