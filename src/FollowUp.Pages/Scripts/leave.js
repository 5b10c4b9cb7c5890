(() => {
  const leave = document.querySelector('.leave a');
  leave.addEventListener('click', event => {
    event.preventDefault();
    document.title = '';
    document.body.replaceChildren();
    location.replace(leave.href);
  });
})();
