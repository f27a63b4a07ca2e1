import { expect, type Locator } from '@playwright/test';
import { ScreenPage } from './screen-page.ts';

/** Designing a product: steps, options by their ids, and what they cost. */
export class DesignerPage extends ScreenPage {
  /** From 0, in the order of the template. */
  async openStep(index: number): Promise<void> {
    const step = this.main.locator('nav li button').nth(index);
    await this.hand.press(step);
    await expect(step).toHaveAttribute('aria-current', 'step');
  }

  option(id: string): Locator {
    return this.main.locator(`label:has(input[value="${id}"])`);
  }

  async choose(step: number, id: string): Promise<void> {
    await this.openStep(step);
    await this.hand.press(this.option(id));
    await expect(this.option(id).locator('input')).toBeChecked();
  }

  /** Each step that must be chosen and is not yet, with its first option that is possible. */
  async chooseTheRest(): Promise<void> {
    const steps = this.main.locator('nav li button');
    await expect(steps.first()).toBeVisible();
    for (let index = 0; index < (await steps.count()); index += 1) {
      if (await this.canBeAdded()) return;
      await this.openStep(index);
      const chosen = await this.main.locator('label:has(input:checked)').count();
      const possible = this.main.locator('label:has(input[type="radio"]):not(.choice-impossible)');
      if (chosen > 0 || (await possible.count()) === 0) continue;
      await this.hand.press(possible.first());
      await expect(this.main.locator('label:has(input:checked)')).toHaveCount(1);
    }
  }

  private get add(): Locator {
    return this.main.locator('button.action-primary:has(svg.lucide-shopping-bag)');
  }

  canBeAdded(): Promise<boolean> {
    return this.add
      .isVisible()
      .then(async (isVisible) => isVisible && (await this.add.isEnabled()));
  }

  async addToBag(): Promise<void> {
    await expect(this.add).toBeEnabled();
    await this.hand.press(this.add);
    await this.isShown('cart.title');
  }

  /** Says what the shopper is allergic to, as it is printed on labels. */
  async declareAllergy(name: string): Promise<void> {
    await this.hand.press(this.main.locator('button:has(svg.lucide-shield-check)'));
    const sheet = this.page.getByRole('dialog');
    await sheet.getByRole('searchbox').fill(name);
    await this.hand.press(sheet.locator('label').filter({ hasText: new RegExp(`^${name}$`) }));
    await this.hand.press(sheet.locator('footer button').last());
    await expect(sheet).toBeHidden();
  }

  /** That an option cannot be had, before it is tapped and after, and that the tap changes nothing. */
  async isRefused(id: string, because: RegExp): Promise<void> {
    const refused = this.option(id);
    await expect(refused).toHaveClass(/choice-impossible/);
    await this.hand.press(refused);
    const why = this.page.getByRole('dialog');
    await expect(why).toHaveAccessibleName(this.words.say('impossible.title'));
    await expect(why).toContainText(because);
    await this.hand.press(why.getByRole('button', { name: this.words.say('impossible.keep') }));
    await expect(why).toBeHidden();
    await expect(refused.locator('input')).not.toBeChecked();
  }
}
