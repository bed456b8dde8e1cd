/**
 * Guards the message broker against node agents. A host may read its own command queue, write
 * reports in its own name, and nothing else; who it is comes from its TLS certificate. This package
 * runs inside the broker as a static module and knows nothing of the application.
 */
@NullMarked
package cloud.jarrah.broker;

import org.jspecify.annotations.NullMarked;
