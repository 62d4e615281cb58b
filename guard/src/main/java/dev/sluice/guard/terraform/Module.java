package dev.sluice.guard.terraform;

import dev.sluice.guard.graph.Unreadable;
import dev.sluice.guard.json.Json;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A folder of Terraform as it is written, nothing worked out.
 *
 * @param folder where it lies
 * @param files the files that could be read
 * @param variables what is asked for, by name
 * @param given what <code>terraform.tfvars</code> and its like say
 * @param locals what is given a name
 * @param resources its resources
 * @param data its data sources
 * @param calls the modules it calls
 * @param outputs what it tells
 * @param providers how providers are set up
 * @param unreadable what could not be read
 */
record Module(
        Path folder,
        List<String> files,
        Map<String, Json.Obj> variables,
        Map<String, Json> given,
        Map<String, Json> locals,
        List<Block> resources,
        List<Block> data,
        Map<String, Block> calls,
        List<Block> outputs,
        List<Block> providers,
        List<Unreadable> unreadable) {

    /** A module of which nothing is read yet. */
    static Module empty(Path folder) {
        return new Module(
                folder,
                new ArrayList<>(),
                new LinkedHashMap<>(),
                new LinkedHashMap<>(),
                new LinkedHashMap<>(),
                new ArrayList<>(),
                new ArrayList<>(),
                new LinkedHashMap<>(),
                new ArrayList<>(),
                new ArrayList<>(),
                new ArrayList<>());
    }
}
