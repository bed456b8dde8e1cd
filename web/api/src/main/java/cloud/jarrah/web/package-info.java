/**
 * The HTTP face of the cloud: Query, administration and node APIs. Adapters that decide nothing.
 */
@NullMarked
package cloud.jarrah.web;

import org.jspecify.annotations.NullMarked;
