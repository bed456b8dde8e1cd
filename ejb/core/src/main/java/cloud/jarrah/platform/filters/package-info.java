/**
 * The filters of the describe actions: one table per kind of resource says which names there are
 * and what they look at. Filters are joined by AND, the values of one filter by OR; {@code *} and
 * {@code ?} are wildcards, a backslash takes their meaning away; case matters.
 */
@NullMarked
package cloud.jarrah.platform.filters;

import org.jspecify.annotations.NullMarked;
