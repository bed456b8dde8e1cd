/**
 * Who uses the cloud and how they prove it: accounts, their users, access keys and X.509
 * certificates; the certificate authority; the first administrator. Secrets are shown once and kept
 * sealed. Invariants: an account name is unique whatever its case; every account has its user
 * {@code root}; there is never an administrator whose secret nobody got.
 */
@NullMarked
package cloud.jarrah.accounts;

import org.jspecify.annotations.NullMarked;
