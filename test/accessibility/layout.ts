/**
 * What a page looks like, measured. Each function carries all that it needs within itself, so
 * that it runs in a story as well as in a page that a test sends it to.
 */

/**
 * The controls of ours that a finger or a shaky hand would miss: WCAG 2.5.8 asks for 24 × 24 CSS
 * pixels. A link in a line of text may be as high as its line, if nothing else to press is as near.
 */
export function smallTargets(root: Element): string[] {
  const LEAST_PX = 24;
  const controls = root.querySelectorAll('.atrium-root :is(a[href], button, input, select)');
  const targets = [...controls].map((control) => {
    const { x, y, width, height } = (control.closest('label') ?? control).getBoundingClientRect();
    return { control, x, y, width, height };
  });
  return targets.flatMap(({ control, x, y, width, height }) => {
    const isInText = control.matches('a') && getComputedStyle(control).display === 'inline';
    const isCrowded = targets.some((other) => {
      const acrossPx = Math.max(other.x - x - width / 2, x + width / 2 - other.x - other.width, 0);
      const alongPx = Math.max(
        other.y - y - height / 2,
        y + height / 2 - other.y - other.height,
        0,
      );
      return other.control !== control && Math.hypot(acrossPx, alongPx) < LEAST_PX / 2;
    });
    const isSmall = width > 0 && Math.min(width, height) < LEAST_PX - 0.01;
    return isSmall && (isCrowded || !isInText)
      ? [`${control.outerHTML.slice(0, 80)} is ${width} × ${height} px`]
      : [];
  });
}

/** What cannot be seen whole, because it is cut off or lies outside of its place on the page. */
export function cutOff(root: Element): string[] {
  const ROUNDING_PX = 1;
  const place = root.getBoundingClientRect();
  return [...root.querySelectorAll('*')].flatMap((element) => {
    const { overflowX, overflowY, clipPath } = getComputedStyle(element);
    const isUnseenOnPurpose = clipPath !== 'none' || element.closest('[aria-hidden], svg') !== null;
    if (isUnseenOnPurpose || element.matches('input, option')) return [];
    const { right: end, left: start, width } = element.getBoundingClientRect();
    const isOutside =
      width > 0 && (end > place.right + ROUNDING_PX || start < place.left - ROUNDING_PX);
    const isCutAcross =
      overflowX !== 'visible' && element.scrollWidth > element.clientWidth + ROUNDING_PX;
    const isCutBelow =
      /hidden|clip/.test(overflowY) && element.scrollHeight > element.clientHeight + ROUNDING_PX;
    return isOutside || isCutAcross || isCutBelow ? [element.outerHTML.slice(0, 120)] : [];
  });
}

/** As a reader may set it for themselves. WCAG 1.4.12 asks that nothing be lost by it. */
export const WIDE_TEXT =
  '* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; } p { margin-block-end: 2em !important; }';

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
