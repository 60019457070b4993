import Layout from "@theme/Layout";
import { Policy } from "../Policy";

export default function Page() {
  return (
    <Layout title="Privacy">
      <main className="container">
        <Policy />
      </main>
    </Layout>
  );
}
