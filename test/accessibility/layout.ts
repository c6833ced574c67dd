/**
 * What a page looks like, measured. Each function carries all that it needs within itself, so
 * that it runs in a story as well as in a page that a test sends it to.
 */

/**
 * The controls of ours that a finger or a shaky hand would miss: WCAG 2.5.8 asks for 24 × 24 CSS
 * pixels.
 */
export function smallTargets(root: Element): string[] {
  const LEAST_PX = 24;
  const controls = root.querySelectorAll(
    '.atrium-root :is(a[href], button, input, select, summary)',
  );
  return [...controls].flatMap((control) => {
    const target = control.closest('label') ?? control;
    const { width, height } = target.getBoundingClientRect();
    return width > 0 && Math.min(width, height) < LEAST_PX - 0.01
      ? [`${control.outerHTML.slice(0, 80)} is ${width} × ${height} px`]
      : [];
  });
}

/** What cannot be seen whole, because it is cut off or lies outside of its place on the page. */
export function cutOff(root: Element): string[] {
  const ROUNDING_PX = 1;
  const place = root.getBoundingClientRect();
  return [...root.querySelectorAll('*')].flatMap((element) => {
    const { overflowY, clipPath } = getComputedStyle(element);
    const isUnseenOnPurpose = clipPath !== 'none' || element.closest('[aria-hidden], svg') !== null;
    if (isUnseenOnPurpose || element.matches('input, option')) return [];
    const { right: end, left: start, width } = element.getBoundingClientRect();
    const isOutside =
      width > 0 && (end > place.right + ROUNDING_PX || start < place.left - ROUNDING_PX);
    // Also where it is not cut off but spills out of its box, over what stands beside it.
    const isCutAcross =
      element.clientWidth > 0 && element.scrollWidth > element.clientWidth + ROUNDING_PX;
    const isCutBelow =
      /hidden|clip/.test(overflowY) && element.scrollHeight > element.clientHeight + ROUNDING_PX;
    return isOutside || isCutAcross || isCutBelow ? [element.outerHTML.slice(0, 120)] : [];
  });
}

/** The links whose icon is left alone on a line, at some width that their place may have. */
export function strandedIcons(root: Element): string[] {
  return [...root.querySelectorAll('.atrium-link')].flatMap((link) => {
    const [icon, place, words] = [link.querySelector('svg'), link.parentElement, link.firstChild];
    if (icon === null || place === null || words === null) return [];
    const range = document.createRange();
    range.selectNodeContents(words);
    const widths = Array.from({ length: 80 }, (_, index) => 100 + 4 * index);
    const stranded = widths.filter((width) => {
      place.style.inlineSize = `${width}px`;
      const lastLine = [...range.getClientRects()].at(-1);
      return lastLine !== undefined && icon.getBoundingClientRect().top >= lastLine.bottom - 1;
    });
    place.style.inlineSize = '';
    return stranded.length > 0 ? [`${link.outerHTML.slice(0, 80)} at ${stranded.join()} px`] : [];
  });
}

/** As a reader may set it for themselves. WCAG 1.4.12 asks that nothing be lost by it. */
export const WIDE_TEXT =
  '* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; } p { margin-block-end: 2em !important; }';

/** What is moving. Under reduced motion, nothing may. */
export function moving(): string[] {
  return document.getAnimations().flatMap(({ effect }) => {
    const target = effect instanceof KeyframeEffect ? effect.target : null;
    const { duration } = effect?.getComputedTiming() ?? {};
    return duration === 0 ? [] : [target?.className.toString() ?? 'something'];
  });
}

/** The controls that nothing sets apart from text once the system’s colours replace our own. */
export function withoutOutline(root: Element): string[] {
  const controls = root.querySelectorAll('a[href], button, input, select');
  return [...controls].flatMap((control) => {
    const box = control.closest('.atrium-input-group, .atrium-institutions') ?? control;
    const { borderBlockEndWidth, borderBlockEndStyle, borderBlockEndColor } = getComputedStyle(box);
    const { backgroundColor } = getComputedStyle(document.body);
    const isBordered =
      borderBlockEndWidth !== '0px' &&
      borderBlockEndStyle !== 'none' &&
      borderBlockEndColor !== backgroundColor;
    const isUnderlined = getComputedStyle(control).textDecorationLine === 'underline';
    const isNative = control.matches('[type="radio"]');
    return isBordered || isUnderlined || isNative ? [] : [control.outerHTML.slice(0, 120)];
  });
}
