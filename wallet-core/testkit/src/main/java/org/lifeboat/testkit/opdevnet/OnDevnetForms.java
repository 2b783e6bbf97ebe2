package org.lifeboat.testkit.opdevnet;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ArgumentsSource;

/// A story on a whole OP Stack, which takes a [DevnetForm]: played in the one that `-Dlifeboat.seed=N` gives it, or in
/// each that `-Dlifeboat.forms=` names, and else in the usual one. The form stands in the test's name.
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@ParameterizedTest(name = "{0}")
@ArgumentsSource(DevnetForms.class)
public @interface OnDevnetForms {}
