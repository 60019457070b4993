import { liveConfigPolicy } from "klartext/policy";
import { StaticPolicy } from "klartext/policy/react";

export default function Page() {
  return (
    <main>
      <StaticPolicy policy={liveConfigPolicy()} language="de" />
    </main>
  );
}
