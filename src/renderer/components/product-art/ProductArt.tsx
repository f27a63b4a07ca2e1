import { type ComponentType, memo, useId } from 'react';
import type { Look, Vessel } from './look.ts';
import type { VesselProps } from './vessel-props.ts';
import { Bottle } from './vessels/Bottle.tsx';
import { Carton } from './vessels/Carton.tsx';
import { Compact } from './vessels/Compact.tsx';
import { Dropper } from './vessels/Dropper.tsx';
import { Flacon } from './vessels/Flacon.tsx';
import { Jar } from './vessels/Jar.tsx';
import { Lipstick } from './vessels/Lipstick.tsx';
import { Palette } from './vessels/Palette.tsx';
import { Polish } from './vessels/Polish.tsx';
import { Pump } from './vessels/Pump.tsx';
import { Stick } from './vessels/Stick.tsx';
import { Tube } from './vessels/Tube.tsx';

const vessels: Readonly<Record<Vessel, ComponentType<VesselProps>>> = {
  bottle: Bottle,
  dropper: Dropper,
  pump: Pump,
  tube: Tube,
  jar: Jar,
  lipstick: Lipstick,
  compact: Compact,
  flacon: Flacon,
  polish: Polish,
  stick: Stick,
  palette: Palette,
  box: Carton,
};

interface ProductArtProps {
  readonly look: Look;
  readonly className?: string;
  /** Read out where the drawing stands for itself; without it the drawing is decoration. */
  readonly label?: string;
}

/** A product, drawn from its catalog data. */
export const ProductArt = memo(function ProductArt({ look, className, label }: ProductArtProps) {
  const id = useId();
  const Vessel = vessels[look.vessel];
  return (
    <svg
      data-drawing="product"
      viewBox="0 20 320 396"
      className={className}
      role={label === undefined ? undefined : 'img'}
      aria-label={label}
      aria-hidden={label === undefined}
      preserveAspectRatio="xMidYMax meet"
    >
      <Vessel look={look} id={id} />
    </svg>
  );
});
