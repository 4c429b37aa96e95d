package jcifs;

/** Outline. */
public class CIFSException extends java.io.IOException {}
