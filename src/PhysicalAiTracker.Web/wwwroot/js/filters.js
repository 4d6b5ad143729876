// Keeps a list's address short: empty filters are left out of it. <form method="get" data-filters>
for (const form of document.querySelectorAll('form[data-filters]')) {
  form.addEventListener('formdata', ({ formData }) => {
    for (const name of new Set(formData.keys())) {
      const values = formData.getAll(name).filter((value) => value !== '');
      formData.delete(name);
      for (const value of values) formData.append(name, value);
    }
  });
}
