/**
 * What is found: findings, their witnesses and what would repair them. Plain data.
 *
 * <p>Nothing here knows how a finding was come by or how it is shown. Start with {@link Finding}.
 */
package io.github.relinquish.core.finding;
