export default function Page() {
  return <main>Nothing of the library.</main>;
}
