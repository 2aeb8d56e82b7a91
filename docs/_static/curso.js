// Los triángulos de la barra lateral no llevan texto: que un lector de pantalla sepa qué despliegan.
document.addEventListener("DOMContentLoaded", () => {
  for (const summary of document.querySelectorAll("summary")) {
    if (summary.textContent.trim()) continue;
    const link = summary.closest("li")?.querySelector("a");
    summary.setAttribute("aria-label", `Desplegar: ${link ? link.textContent.trim() : "más páginas"}`);
  }
});

// La página de los enlaces: el de la lección elegida, en el hub de quien enseña.
document.addEventListener("DOMContentLoaded", () => {
  const form = document.getElementById("enlaces");
  form?.addEventListener("input", () => {
    const hub = form.elements.hub;
    if (!hub.value || !hub.validity.valid) return;
    const link = form.querySelector("output a");
    link.href = link.textContent = hub.value.replace(/\/+$/, "") + form.elements.leccion.value;
  });
});
