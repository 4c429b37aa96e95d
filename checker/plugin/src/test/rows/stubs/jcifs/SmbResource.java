package jcifs;

/** Outline. */
public interface SmbResource {}
