import java.io.BufferedReader;
import java.io.FileInputStream;
import java.io.InputStreamReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.acl.AccessControlEntry;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.acl.AclPermissionType;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourcePattern;
import org.apache.kafka.common.resource.ResourceType;

/**
 * Does what kafka-acls.sh --add does with the options that deploy/kafka/grant gives it: the trial has the broker's jars, not its tools.
 * Each line of standard input is one call; all are done at once.
 */
class Acls {

    public static void main(String[] none) throws Exception {
        Properties properties = new Properties();
        List<AclBinding> wanted = new ArrayList<>();
        for (String line : new BufferedReader(new InputStreamReader(System.in)).lines().toList()) {
            wanted.addAll(bindings(line.split(" "), properties));
        }
        try (Admin admin = Admin.create(properties)) {
            admin.createAcls(wanted).all().get();
        }
        System.out.println(wanted.size() + " rights given");
    }

    private static List<AclBinding> bindings(String[] arguments, Properties properties) throws Exception {
        List<AclOperation> operations = new ArrayList<>();
        String principal = "";
        PatternType pattern = PatternType.LITERAL;
        ResourceType type = ResourceType.CLUSTER;
        List<String> names = new ArrayList<>();
        for (int i = 0; i < arguments.length; i++) {
            switch (arguments[i]) {
                case "--add" -> {}
                case "--cluster" -> {}
                case "--bootstrap-server" -> properties.put("bootstrap.servers", arguments[++i]);
                case "--command-config" -> properties.load(new FileInputStream(arguments[++i]));
                case "--allow-principal" -> principal = arguments[++i];
                case "--operation" -> operations.add(operation(arguments[++i]));
                case "--resource-pattern-type" -> pattern = PatternType.fromString(arguments[++i].toUpperCase());
                case "--topic" -> {
                    type = ResourceType.TOPIC;
                    names.add(arguments[++i]);
                }
                case "--group" -> {
                    type = ResourceType.GROUP;
                    names.add(arguments[++i]);
                }
                default -> throw new IllegalArgumentException(arguments[i]);
            }
        }
        List<AclBinding> wanted = new ArrayList<>();
        if (names.isEmpty()) {
            names.add("kafka-cluster");
        }
        for (String name : names) {
            for (AclOperation operation : operations) {
                wanted.add(new AclBinding(
                        new ResourcePattern(type, name, pattern),
                        new AccessControlEntry(principal, "*", operation, AclPermissionType.ALLOW)));
            }
        }
        return wanted;
    }

    private static AclOperation operation(String name) {
        return AclOperation.fromString(name.replaceAll("([a-z])([A-Z])", "$1_$2"));
    }
}
