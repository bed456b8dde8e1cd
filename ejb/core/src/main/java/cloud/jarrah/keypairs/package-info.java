/**
 * The SSH key pairs of an account: made here (the private half is shown once and never kept) or
 * imported. A name is unique in its account; an instance keeps the public key it was started with,
 * so deleting a key pair never touches an instance.
 */
@NullMarked
package cloud.jarrah.keypairs;

import org.jspecify.annotations.NullMarked;
