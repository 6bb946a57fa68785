package org.holdfast.e2e.controls;

/** A test as the hazard log names it: the simple name of its class, and its method. */
record NamedTest(String type, String method) implements Comparable<NamedTest> {

    static NamedTest of(String name) {
        int dot = name.indexOf('.');
        return new NamedTest(name.substring(0, dot), name.substring(dot + 1));
    }

    @Override
    public int compareTo(NamedTest other) {
        return toString().compareTo(other.toString());
    }

    @Override
    public String toString() {
        return type + "." + method;
    }
}
