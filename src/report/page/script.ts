/** What a page does when it may: say what a cell means, filter by person. Everything can be read without it. */
export const SCRIPT = `
(()=>{
document.body.classList.add('live-page');
const say=document.querySelector('.say');
const grid=document.querySelector('.grid');
if(grid&&say){
grid.classList.add('live');
grid.addEventListener('click',(event)=>{const cell=event.target.closest('[data-say]');if(cell)say.textContent=cell.dataset.say;});
}
const filter=document.querySelector('[data-filter]');
if(filter)filter.addEventListener('input',()=>{
const words=filter.value.trim().toLowerCase();
for(const row of document.querySelectorAll('[data-person]'))row.hidden=words!==''&&!row.dataset.person.toLowerCase().includes(words);
});
const day=document.querySelector('[data-day-choice]');
if(day){const show=()=>{for(const picture of document.querySelectorAll('[data-day]'))picture.hidden=picture.dataset.day!==day.value;};day.addEventListener('change',show);show();}
})();
`.trim();
