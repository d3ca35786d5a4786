/**
 * What a browser may open before it is asked for: the page of this site that a link leads to, once somebody points at it or begins to press it. All addresses of pages
 * end with a slash, those of files don't; and the link to the search opens it in the page where one is. Where data are saved, a browser leaves it.
 */
export const speculationRules = JSON.stringify({ prerender: [{ where: { href_matches: '/((?!.*search/).*/)?' }, eagerness: 'moderate' }] });
