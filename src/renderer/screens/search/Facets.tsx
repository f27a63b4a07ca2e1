import { Check } from 'lucide-react';
import { memo } from 'react';
import { ToggleButton } from 'react-aria-components';
import type { SearchOutput } from '#shared/contract/ipc/catalog.ts';
import { useWords } from '../../i18n/use-words.ts';
import { afterPaint } from '../../lib/after-paint.ts';
import { replace, useNavigation } from '../../stores/navigation.ts';
import type { Route } from '../../stores/route.ts';

type SearchRoute = Extract<Route, { readonly screen: 'search' }>;
type FacetName = 'category' | 'brand';

interface FacetsProps {
  readonly route: SearchRoute;
  readonly output: SearchOutput;
}

/** A column in landscape, two rows to swipe in portrait. */
export const Facets = memo(function Facets({ route, output }: FacetsProps) {
  const { t } = useWords();
  return (
    <div className="flex flex-col gap-3 pb-6 landscape:scroll-quiet landscape:gap-8 landscape:min-h-0 landscape:pt-1 landscape:pe-2 landscape:pb-16 landscape:ps-gutter">
      <FacetList
        name="category"
        title={t('search.category')}
        values={output.categories}
        route={route}
      />
      <FacetList name="brand" title={t('search.brand')} values={output.brands} route={route} />
    </div>
  );
});

interface FacetListProps {
  readonly name: FacetName;
  readonly title: string;
  readonly values: SearchOutput['brands'];
  readonly route: SearchRoute;
}

function FacetList({ name, title, values, route }: FacetListProps) {
  const { category, number } = useWords();
  const selected = route[name];
  // The chosen one stays in sight even when nothing is left of it.
  const listed =
    selected === undefined || values.some(({ value }) => value === selected)
      ? values
      : [{ value: selected, count: 0 }, ...values];
  if (listed.length === 0) return null;
  const toggle = (value: string, on: boolean) => {
    // With what was tapped before it, of which this may not have heard yet.
    const { route: here } = useNavigation.getState();
    if (here.screen !== 'search') return;
    const { [name]: _, ...rest } = here;
    replace(on ? { ...rest, [name]: value } : rest);
  };
  return (
    <section aria-label={title} className="min-w-0">
      <h2 className="hidden pb-3 font-sans font-semibold text-sm text-soft landscape:block">
        {title}
      </h2>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard */}
      <div className="portrait:scroll-strip" tabIndex={0}>
        <ul className="flex gap-3 px-gutter py-1 portrait:w-max landscape:flex-col landscape:gap-2 landscape:p-0">
          {listed.map(({ value, count }) => (
            <li key={value} className="shrink-0">
              <ToggleButton
                isSelected={value === selected}
                onChange={(on) => afterPaint(() => toggle(value, on))}
                className="choice min-h-target w-full items-center gap-3 rounded-full px-5 text-start"
              >
                {value === selected && <Check aria-hidden size="1.1em" className="shrink-0" />}
                <span className="min-w-0 flex-1 truncate larger:whitespace-normal">
                  {name === 'category' ? category(value) : value}
                </span>
                <span className="tabular text-soft text-xs">{number(count)}</span>
              </ToggleButton>
            </li>
          ))}
        </ul>
      </div>
    </section>
  );
}
