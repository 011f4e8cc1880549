/**
 * What a page does when it may: say what a cell means (click, or arrow keys and Enter), filter by person and draw that person's month
 * as a calendar, mark today, unfold what a link leads to. All can be read without it.
 */
export const SCRIPT = `
(()=>{
document.body.classList.add('live-page');
const all=(which,within=document)=>[...within.querySelectorAll(which)];
const say=document.querySelector('.say');
const grid=document.querySelector('.grid');
if(grid&&say){
grid.classList.add('live');
const tell=(cell)=>{for(const old of all('.chosen',grid))old.classList.remove('chosen');cell.classList.add('chosen');say.textContent=cell.dataset.say;};
grid.addEventListener('click',(event)=>{const cell=event.target.closest('[data-say]');if(!cell)return;stand(cell);tell(cell);});
const rows=all('tbody tr',grid);
const cells=(row)=>all('[data-say]',row);
let here=null;
const stand=(cell)=>{if(here)here.tabIndex=-1;here=cell;cell.tabIndex=0;cell.focus({preventScroll:false});};
for(const cell of all('[data-say]',grid)){cell.tabIndex=-1;}
const first=grid.querySelector('[data-say].broken')||grid.querySelector('[data-say]');
if(first){here=first;first.tabIndex=0;}
grid.addEventListener('keydown',(event)=>{
const cell=event.target.closest('[data-say]');if(!cell)return;
if(event.key==='Enter'||event.key===' '){tell(cell);event.preventDefault();return;}
const shown=rows.filter((row)=>!row.hidden);const row=cell.parentElement;const at=cells(row).indexOf(cell);const line=shown.indexOf(row);
const to={ArrowLeft:[line,at-1],ArrowRight:[line,at+1],ArrowUp:[line-1,at],ArrowDown:[line+1,at],Home:[line,0],End:[line,cells(row).length-1]}[event.key];
if(!to)return;
event.preventDefault();
const next=shown[to[0]]&&cells(shown[to[0]])[to[1]];
if(next)stand(next);
});
const now=new Intl.DateTimeFormat('en-CA',{timeZone:'Asia/Shanghai'}).format();
const todays=all('[data-on="'+now+'"]',grid);
for(const one of todays)one.classList.add('today');
if(todays[0]){const box=grid.closest('.scroll');box.scrollLeft=Math.max(0,todays[0].offsetLeft-box.clientWidth/2);}
}
const mine=document.querySelector('.mine');
const month=(row)=>{
mine.hidden=!row;mine.textContent='';if(!row)return;
const table=document.createElement('table');const make=(tag,into,words)=>{const one=document.createElement(tag);if(words!==undefined)one.textContent=words;into.append(one);return one;};
make('caption',table,row.dataset.person);
const head=make('tr',make('thead',table));for(const name of mine.dataset.weekdays.split(' '))make('th',head,name).scope='col';
const body=make('tbody',table);let week=null;
for(const cell of all('[data-on]',row)){
const day=cell.dataset.on;const column=(new Date(day).getUTCDay()+6)%7;
if(!week||column===0){week=make('tr',body);for(let skip=0;skip<column&&body.children.length===1;skip++)make('td',week).className='none';}
const one=make('td',week);one.className=cell.className;one.setAttribute('style',cell.getAttribute('style')||'');
make('small',one,String(Number(day.slice(8))));make('b',one,cell.firstElementChild.textContent);
const times=/\\d\\d:\\d\\d[^\\n]*/.exec(cell.dataset.say.split('\\n')[0].split(': ').slice(1).join(': '));if(times)make('small',one,times[0]);
}
mine.append(table);
};
const filter=document.querySelector('[data-filter]');
if(filter)filter.addEventListener('input',()=>{
const words=filter.value.trim().toLowerCase();
for(const row of all('[data-person]'))row.hidden=words!==''&&!row.dataset.person.toLowerCase().includes(words);
if(mine&&grid){const left=all('tbody tr[data-person]',grid).filter((row)=>!row.hidden);month(words!==''&&left.length===1?left[0]:null);}
});
const day=document.querySelector('[data-day-choice]');
if(day){const show=()=>{for(const picture of all('[data-day]'))picture.hidden=picture.dataset.day!==day.value;};day.addEventListener('change',show);show();}
const reveal=(id)=>{const there=id===''?null:document.getElementById(id);for(let one=there;one;one=one.parentElement)if(one.tagName==='DETAILS')one.open=true;if(there)there.scrollIntoView();};
document.addEventListener('click',(event)=>{const link=event.target.closest('a[href^="#"]');if(link)reveal(link.getAttribute('href').slice(1));});
reveal(location.hash.slice(1));
})();
`.trim();
