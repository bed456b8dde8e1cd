/**
 * Tags: keys with values that an account writes on its resources, and on others' that it may see
 * (nobody else sees those). Knows no other feature; features tell it what can be tagged ({@link
 * cloud.jarrah.tags.control.Taggable}) and put, show and remove tags through {@link
 * cloud.jarrah.tags.control.Tags}. Invariants: a key is there once per account and resource; no
 * resource has more than 50 of an account's tags, whoever writes at the same moment; tags go when
 * their resource goes; keys that begin with {@code aws:} are the cloud's own.
 */
@NullMarked
package cloud.jarrah.tags;

import org.jspecify.annotations.NullMarked;
