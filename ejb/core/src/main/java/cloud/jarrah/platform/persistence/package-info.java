/**
 * The database as the rest sees it: an entity manager to inject, and a schema that is up to date
 * before anything else starts. A server never serves requests on a schema it does not know.
 */
@NullMarked
package cloud.jarrah.platform.persistence;

import org.jspecify.annotations.NullMarked;
