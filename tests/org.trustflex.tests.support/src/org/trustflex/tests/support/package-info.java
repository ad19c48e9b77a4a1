/**
 * What all tests share.
 */
@NullMarked
package org.trustflex.tests.support;

import org.jspecify.annotations.NullMarked;
