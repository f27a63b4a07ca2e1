import { type ComponentProps, useRef, useState } from 'react';
import { Button } from 'react-aria-components';
import { afterPaint } from '../lib/after-paint.ts';

/**
 * A button that shows at once that it was pressed (`data-felt`), and does what it does right after that is on the
 * display. A second press before that is the same one. UIX-120
 */
export function PressButton({ onPress, ...props }: ComponentProps<typeof Button>) {
  const [felt, setFelt] = useState(false);
  const isBeginning = useRef(false);
  if (onPress === undefined) return <Button {...props} />;
  return (
    <Button
      {...props}
      data-felt={felt || undefined}
      onPress={(event) => {
        if (isBeginning.current) return;
        isBeginning.current = true;
        setFelt(true);
        afterPaint(() => {
          isBeginning.current = false;
          setFelt(false);
          onPress(event);
        });
      }}
    />
  );
}
