package dev.sluice.infra.construct;

import com.hashicorp.cdktf.TerraformElement;

/**
 * The name that Terraform knows a resource by.
 *
 * <p>CDKTF makes one from where in the tree of constructs it stands, with a hash. A name that is said instead can be read in a
 * plan, and stays when a construct is moved: nobody's table is replaced because of a tidier tree.
 */
final class Address {

    private Address() {}

    static <T extends TerraformElement> T keep(String address, T element) {
        element.overrideLogicalId(address.replace('-', '_'));
        return element;
    }
}
