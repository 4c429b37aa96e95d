package jcifs;

/** Outline. */
public interface Credentials {}
