/** What a page does when it may: say what a cell means, filter by person, unfold what a link leads to. All can be read without it. */
export const SCRIPT = `
(()=>{
document.body.classList.add('live-page');
const say=document.querySelector('.say');
const grid=document.querySelector('.grid');
if(grid&&say){
grid.classList.add('live');
grid.addEventListener('click',(event)=>{const cell=event.target.closest('[data-say]');if(!cell)return;
for(const old of grid.querySelectorAll('.chosen'))old.classList.remove('chosen');
cell.classList.add('chosen');say.textContent=cell.dataset.say;});
}
const filter=document.querySelector('[data-filter]');
if(filter)filter.addEventListener('input',()=>{
const words=filter.value.trim().toLowerCase();
for(const row of document.querySelectorAll('[data-person]'))row.hidden=words!==''&&!row.dataset.person.toLowerCase().includes(words);
});
const day=document.querySelector('[data-day-choice]');
if(day){const show=()=>{for(const picture of document.querySelectorAll('[data-day]'))picture.hidden=picture.dataset.day!==day.value;};day.addEventListener('change',show);show();}
const reveal=(id)=>{const there=id===''?null:document.getElementById(id);for(let one=there;one;one=one.parentElement)if(one.tagName==='DETAILS')one.open=true;if(there)there.scrollIntoView();};
document.addEventListener('click',(event)=>{const link=event.target.closest('a[href^="#"]');if(link)reveal(link.getAttribute('href').slice(1));});
reveal(location.hash.slice(1));
})();
`.trim();
