package jcifs;

/** Outline. */
public interface Configuration {}
