/** Identifiers of everything that has one: a prefix, a hyphen and 17 hexadecimal digits. */
@NullMarked
package cloud.jarrah.platform.ids;

import org.jspecify.annotations.NullMarked;
