package org.checkerframework.checker.calledmethods.qual;

import java.lang.annotation.*;

@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface EnsuresCalledMethodsIf {
  String[] expression();

  boolean result();

  String[] methods();
}
